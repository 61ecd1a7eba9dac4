/** Which settings of a workspace differ from the defaults: said in every report, so that two reports can be compared. */
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

export interface SettingDifference {
  /** `scoring.severity.critical` */
  setting: string;
  default: string | number | readonly (string | number)[];
  value: string | number | readonly (string | number)[];
}

/** The settings that differ from their defaults, in the order of the schema. */
export function settingsDifferences(settings: Settings): SettingDifference[] {
  return settings === DEFAULT_SETTINGS ? [] : differences(DEFAULT_SETTINGS, settings, '');
}

type Leaf = SettingDifference['value'];

function differences(standard: object, given: object, path: string): SettingDifference[] {
  const other = new Map<string, unknown>(Object.entries(given));
  return Object.entries(standard).flatMap(([key, value]: [string, unknown]): SettingDifference[] => {
    const here = path === '' ? key : `${path}.${key}`;
    const is = other.get(key);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return differences(value, is as object, here);
    return JSON.stringify(value) === JSON.stringify(is)
      ? []
      : [{ setting: here, default: value as Leaf, value: is as Leaf }];
  });
}
