// The form of a building, and what is sent of it.
import type { Building } from '@/api/types';

export interface BuildingForm {
  name: string;
  address: string;
  postalCode: string;
  city: string;
  lots: string;
  latitude: string;
  longitude: string;
  active: boolean;
}

const written = (number: number | null | undefined) => (number === null || number === undefined ? '' : String(number).replace('.', ','));

export const buildingForm = (building: Building | null): BuildingForm => ({
  name: building?.name ?? '',
  address: building?.address ?? '',
  postalCode: building?.postal_code ?? '',
  city: building?.city ?? '',
  lots: written(building?.lot_count),
  latitude: written(building?.latitude),
  longitude: written(building?.longitude),
  active: building?.is_active ?? true,
});

/** "33,5731" or "-7.5898"; nothing when it is no such number. */
export function degrees(text: string): number | null {
  const bare = text.trim().replace(',', '.').replace('−', '-');
  return /^-?\d{1,3}(\.\d{1,10})?$/.test(bare) ? Number(bare) : null;
}
export const wholeNumber = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null);

/** Fields that hold something that is no number. */
export function misread(form: BuildingForm): ('lots' | 'latitude' | 'longitude')[] {
  return [
    ...(form.lots.trim() && wholeNumber(form.lots) === null ? ['lots' as const] : []),
    ...(['latitude', 'longitude'] as const).filter((name) => form[name].trim() && degrees(form[name]) === null),
  ];
}

/** A place is two numbers or none. */
export const halfPlace = (form: BuildingForm) => (form.latitude.trim() === '') !== (form.longitude.trim() === '');

export function buildingBody(form: BuildingForm, isNew: boolean): object {
  const place = form.latitude.trim() && form.longitude.trim() ? { latitude: degrees(form.latitude), longitude: degrees(form.longitude) }  : isNew ? {} : { latitude: null, longitude: null };
  return {
    name: form.name.trim(),
    address: form.address.trim(),
    postal_code: form.postalCode.trim(),
    city: form.city.trim(),
    lot_count: wholeNumber(form.lots) ?? 0,
    ...place,
    ...(isNew ? {} : { is_active: form.active }),
  };
}
