// node fire.mjs FILE...: which pages run a script, when they are loaded and when everything in them
// is pointed at, focused and clicked; and what each asks for beside its pictures, films and frames.
import { readFileSync } from 'node:fs';
import { launched, opened } from './look.mjs';

const HANDS = () => {
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['pointerover', 'mouseover', 'mouseenter', 'mousemove', 'focusin'])
      element.dispatchEvent(new MouseEvent(name, { bubbles: true }));
    element.focus?.();
    if (element.tagName !== 'SUMMARY') element.click?.();
    element.dispatchEvent(new Event('toggle'));
  }
};

const OWN = () => {
  const shown = [...document.querySelectorAll('img, source, video, audio, iframe')];
  const sets = shown.flatMap((e) => (e.srcset || '').split(', ').map((part) => part.split(' ')[0]));
  const named = shown.flatMap((e) => [e.src, e.poster]).concat(sets).filter(Boolean);
  return named.map((address) => new URL(address, document.baseURI).href);
};
const bare = (url) => url.split('#')[0];

const browser = await launched();
const context = await browser.newContext({ bypassCSP: true });
const found = [];
for (const file of process.argv.slice(2)) {
  const asked = [];
  let fired = '';
  const html = readFileSync(file, 'utf8');
  const dialogs = (page) => page.on('dialog', (dialog) => { fired ||= 'dialog'; dialog.dismiss(); });
  context.on('page', dialogs);
  const parsed = [];
  const page = await opened(context, html, (url) => asked.push(url), async (fresh) => {
    const tools = await context.newCDPSession(fresh);
    tools.on('Debugger.scriptParsed', (script) => { if (script.url) parsed.push(script.url); });
    await tools.send('Debugger.enable');
  });
  const own = new Set((await page.evaluate(OWN)).map(bare));
  await page.evaluate(HANDS).catch((error) => { fired ||= `lost: ${error.message}`; });
  await page.waitForTimeout(100); // a link runs its script later than it was clicked, on a busy machine much later
  if (parsed.length) fired ||= `script of ${parsed[0]}`;
  found.push({ file, fired, asked: asked.filter((url) => !own.has(bare(url))) });
  context.off('page', dialogs);
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));
