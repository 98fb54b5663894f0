// node structured.mjs FILE...: what structured-data-testing-tool misses in each page's linked data
// and cards, by the rules of Google, Facebook and Twitter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { structuredDataTest } = require('structured-data-testing-tool');
const { Google, SocialMedia } = require('structured-data-testing-tool/presets');
const options = { presets: [Google, SocialMedia], schemas: ['jsonld:NewsArticle'] };

const found = [];
for (const file of process.argv.slice(2)) {
  const html = readFileSync(file, 'utf8');
  // The tool throws where a test fails, with the result in hand.
  const result = await structuredDataTest(html, options).catch((error) => error.res);
  const named = (tests) => tests.map((test) => String(test.test));
  found.push({ file, passed: named(result.passed), failed: named(result.failed) });
}
console.log(JSON.stringify(found));
