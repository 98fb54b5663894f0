// node axe.mjs SOME FILE...: what axe-core finds wrong in each page; of so many pages one is looked
// at in the dark and on a telephone, too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launched, opened } from './look.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 360, height: 740 } },
};

const [some, ...files] = [Number(process.argv[2]), ...process.argv.slice(3)];
const browser = await launched();
const found = [];
for (const [look, options] of Object.entries(LOOKS)) {
  const context = await browser.newContext(options);
  for (const [number, file] of files.entries()) {
    if (look !== 'light' && number % some) continue;
    const page = await opened(context, readFileSync(file, 'utf8'));
    await page.evaluate(axe);
    const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), RULES);
    const violations = result.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 300))]);
    found.push({ file, look, passes: result.passes.length, violations });
    await page.close();
  }
  await context.close();
}
await browser.close();
console.log(JSON.stringify(found));
