// What a browser says of itself, in the two words its owner knows it by.
const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** « Chrome · Windows »; what is no browser keeps its own first word, as curl/8.1 does. */
export function deviceName(agent: string): string {
  const first = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1];
  const names = [first(browsers), first(systems)].filter(Boolean);
  return names.length > 0 ? names.join(' · ') : (agent.split(/[\s(]/)[0] ?? '');
}
