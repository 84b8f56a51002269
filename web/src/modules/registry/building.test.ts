import { expect, it } from 'vitest';
import { buildingBody, buildingForm, degrees, halfPlace, misread } from './building';

it('reads degrees as they are written in French and English, and nothing else', () => {
  expect(['33,5731', ' -7.5898 ', '−7', '33°', '1,2,3', ''].map(degrees)).toEqual([33.5731, -7.5898, -7, null, null, null]);
});
it('says which fields are no numbers, and a place of which half is missing', () => {
  const form = { ...buildingForm(null), lots: '12 lots', latitude: 'nord' };
  expect(misread(form)).toEqual(['lots', 'latitude']);
  expect(halfPlace(form)).toBe(true);
  expect(misread(buildingForm(null))).toEqual([]);
  expect(halfPlace(buildingForm(null))).toBe(false);
});
it('sends a place only when it is whole, and the state of one that exists', () => {
  const form = { ...buildingForm(null), name: ' Bloc A ', lots: ' 12 ', latitude: '33,5', longitude: '-7,6' };
  expect(buildingBody(form, true)).toEqual({ name: 'Bloc A', address: '', postal_code: '', city: '', lot_count: 12, latitude: 33.5, longitude: -7.6 });
  expect(buildingBody({ ...form, latitude: '', longitude: '' }, false)).toEqual({ name: 'Bloc A', address: '', postal_code: '', city: '', lot_count: 12, latitude: null, longitude: null, is_active: true });
});
