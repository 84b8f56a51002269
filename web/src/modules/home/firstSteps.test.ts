import { expect, it } from 'vitest';
import { firstSteps } from './firstSteps';

it('names the steps one may take, each done when its list holds something', async () => {
  const asked: string[] = [];
  const steps = await firstSteps(
    (right) => !['issue_calls', 'manage_users'].includes(right),
    async (list, params) => {
      asked.push([list, ...Object.values(params)].join(' '));
      return list === '/buildings';
    },
  );
  expect(steps.map((step) => [step.name, step.done])).toEqual([['buildings', true], ['owners', false], ['bank', false], ['papers', false]]);
  expect(asked).toEqual(['/buildings', '/parties owner', '/bank/accounts', '/documents']);
});

it('begins with inviting people for one who may, and who keeps no books himself', async () => {
  const steps = await firstSteps((right) => right === 'manage_users', async () => false);
  expect(steps).toEqual([{ name: 'people', icon: 'person-plus', done: false, to: { name: 'users' } }]);
});

it('asks nothing for a reader who may only look', async () => {
  expect(await firstSteps(() => false, () => Promise.reject(new Error('asked')))).toEqual([]);
});
