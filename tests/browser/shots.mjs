// node shots.mjs FOLDER NAME=FILE...: pictures of pages on a desk, a telephone, in the dark, on paper.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launched, opened } from './look.mjs';

const [folder, ...pages] = process.argv.slice(2);
const LOOKS = {
  desktop: { viewport: { width: 1100, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
  dark: { viewport: { width: 1100, height: 900 }, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 } },
};

const browser = await launched();
for (const [look, options] of Object.entries(LOOKS)) {
  const context = await browser.newContext({ colorScheme: 'light', ...options });
  for (const [name, file] of pages.map((each) => each.split('='))) {
    const page = await opened(context, readFileSync(file, 'utf8'));
    if (look === 'print') await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: true });
    await page.close();
  }
  await context.close();
}
await browser.close();
