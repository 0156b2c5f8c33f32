// The contrast of the colours that stand on each other, in both themes: node contrast.mjs. Fails below WCAG 2.2 AA.
import fs from 'node:fs';
const css = fs.readFileSync(new URL('../../main/resources/static/weir/tokens.css', import.meta.url), 'utf8');
const tokens = Object.fromEntries([...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, n, l, d]) => [n, [l, d]]));
const light = (hex) => {
  const [r, g, b] = [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const text = { least: 4.5, on: {
  ink: ['paper', 'sheet', 'sunk', 'raised', 'accent-wash', 'warn-wash', 'bad-wash', 'good-wash', 'info-wash', 'quiet-wash', 'mark-wash'],
  'ink-2': ['paper', 'sheet', 'sunk', 'raised', 'accent-wash', 'quiet-wash'],
  'ink-3': ['paper', 'sheet', 'sunk', 'raised', 'accent-wash', 'quiet-wash'],
  accent: ['paper', 'sheet', 'sunk', 'raised', 'accent-wash'], 'on-accent': ['accent', 'accent-3'],
  good: ['sheet', 'paper', 'good-wash'], warn: ['sheet', 'paper', 'warn-wash'], bad: ['sheet', 'paper', 'sunk', 'raised', 'bad-wash'], info: ['sheet', 'info-wash'], 'on-bad': ['bad'], paper: ['ink'],
} };
const parts = { least: 3, on: { edge: ['paper', 'sheet', 'sunk', 'raised'], 'accent-2': ['paper', 'sheet', 'sunk', 'raised', 'accent-wash'], accent: ['quiet-wash'], warn: ['quiet-wash'], bad: ['quiet-wash'] } };
let failed = 0;
for (const { least, on } of [text, parts]) {
  for (const [front, backs] of Object.entries(on)) {
    for (const back of backs) {
      ['light', 'dark'].forEach((theme, n) => {
        const r = ratio(tokens[front][n], tokens[back][n]);
        if (r < least) { failed += 1; console.log(`${theme}: ${front} on ${back} ${r.toFixed(2)} < ${least}`); }
      });
    }
  }
}
console.log(failed ? `${failed} too weak` : 'every pair is strong enough');
process.exitCode = failed ? 1 : 0;
