import calculator from 'ae-cvss-calculator';
import { expect, test } from 'vitest';
import { CVSS_METRICS, cvssProblem } from '../../model/cvss.ts';
import { cvssOf } from './cvss.ts';

// From FIRST's published reference scores (cvss-resources), and from the rounding that FIRST corrected in 2024.
test.each([
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10, 'critical', 'CVSS-B'],
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0, 'none', 'CVSS-B'],
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N', 8.7, 'high', 'CVSS-B'],
  ['AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H', 8.6, 'high', 'CVSS-B'],
  ['AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:N/SC:H/SI:H/SA:H/E:P', 9, 'critical', 'CVSS-BT'],
  [
    'AV:P/AC:L/AT:N/PR:L/UI:A/VC:N/VI:H/VA:L/SC:H/SI:H/SA:H/E:P/CR:H/IR:H/AR:H/MAV:A/MAC:X/MAT:N/MPR:X/MUI:X/MVC:N/MVI:H/MVA:H/MSC:N/MSI:H/MSA:S/S:N/AU:X/R:I/V:X/RE:M/U:Clear',
    7.1,
    'high',
    'CVSS-BTE',
  ],
  [
    'AV:A/AC:H/AT:N/PR:H/UI:P/VC:N/VI:H/VA:H/SC:L/SI:L/SA:N/E:X/CR:H/IR:L/AR:L/MAV:P/MAC:X/MAT:X/MPR:L/MUI:P/MVC:X/MVI:L/MVA:L/MSC:H/MSI:H/MSA:X/S:P/AU:X/R:I/V:C/RE:H/U:Red',
    2.1,
    'low',
    'CVSS-BE',
  ],
  [
    'AV:P/AC:H/AT:N/PR:L/UI:P/VC:H/VI:N/VA:N/SC:L/SI:L/SA:L/E:A/CR:X/IR:M/AR:X/MAV:L/MAC:L/MAT:X/MPR:N/MUI:P/MVC:N/MVI:N/MVA:H/MSC:L/MSI:S/MSA:H/S:N/AU:Y/R:U/V:X/RE:M/U:Amber',
    9.2,
    'critical',
    'CVSS-BTE',
  ],
  [
    'AV:P/AC:H/AT:P/PR:N/UI:A/VC:H/VI:N/VA:L/SC:N/SI:N/SA:H/E:A/CR:M/IR:M/AR:L/MAV:N/MAC:X/MAT:P/MPR:H/MUI:P/MVC:N/MVI:X/MVA:N/MSC:H/MSI:L/MSA:X/S:N/AU:X/R:A/V:D/RE:M/U:Clear',
    5,
    'medium',
    'CVSS-BTE',
  ],
])('%s scores %d', (metrics, score, severity, nomenclature) => {
  const vector = `CVSS:4.0/${metrics}`;
  expect(cvssProblem(vector)).toBeUndefined();
  expect(cvssOf(vector)).toEqual({ vector, score, severity, nomenclature });
});

test('the grammar holds nothing that the library does not know', () => {
  const known = [...new calculator.Cvss4P0().getRegisteredComponents().values()].flat();
  for (const [metric, values] of CVSS_METRICS) {
    const component = known.find((c) => c.shortName === metric);
    expect(component?.values.map((v) => v.shortName)).toEqual(expect.arrayContaining([...values]));
  }
  expect(CVSS_METRICS).toHaveLength(known.length);
});
