import { expect, it, vi } from 'vitest';
import { chartConfiguration, shortAmount, wrapped } from './chart';

it('sets a long name on several lines', () => {
  expect(wrapped('Assurances')).toBe('Assurances');
  expect(wrapped("Services, personnel et travaux de l'immeuble")).toEqual(['Services, personnel et', "travaux de l'immeuble"]);
  expect(wrapped('Anticonstitutionnellementplusieurs')).toBe('Anticonstitutionnellementplusieurs');
});

it('shortens amounts on an axis', () => {
  expect([950, 12_500, 2_500_000, -20_000].map(shortAmount)).toEqual(['950', '12,5 k', '2,5 M', '-20 k']);
});

it('opens what stands behind the figure that is clicked, and nothing beside one', () => {
  const pick = vi.fn();
  const wanted = { labels: ['janv.', 'févr.'], series: [{ name: 'Solde', values: [1, 2] }], kind: 'line' as const, colour: () => '#000000', money: String };
  const click = chartConfiguration({ ...wanted, pick }).options!.onClick! as (event: unknown, found: { index: number }[]) => void;
  click({}, [{ index: 1 }]);
  click({}, []);
  expect(pick.mock.calls).toEqual([[1]]);
  expect(chartConfiguration(wanted).options!.onClick).toBeUndefined();
});
