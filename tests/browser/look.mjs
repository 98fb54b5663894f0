// What the judges of pages share: a browser that reaches nothing but the page it is given.
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';

const HOME = 'http://news.test/';
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export async function launched() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const executablePath = known.find((path) => path && existsSync(path));
  return chromium.launch({ executablePath, args: FLAGS });
}

// A page with that markup, as a site would serve it. `asked` is told of every other
// request, and `before` of the empty page.
export async function opened(context, html, asked = () => {}, before = () => {}) {
  const page = await context.newPage();
  await before(page);
  let served = false;
  await page.route('**/*', (route) => {
    const request = route.request();
    const main = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (main && !served) {
      served = true;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    }
    if (main) return route.fulfill({ status: 204 }); // a link was followed: stay here
    asked(request.url());
    return route.fulfill({ status: 200, contentType: 'image/svg+xml', body: PICTURE });
  });
  await page.goto(HOME, { waitUntil: 'load', timeout: 20000 });
  return page;
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 12 8">' +
  '<path fill="#9fb8c8" d="M0 0h12v8H0z"/><path fill="#c9d8df" d="M0 0h12v3.2H0z"/>' +
  '<path fill="#5e7f6b" d="M0 4 3 2.6 6 3.9 9 2.4l3 1.5V8H0z"/>' +
  '<path fill="#4a6d8c" d="M0 5.2c3-.6 6 .6 12-.2V8H0z"/>' +
  '<path fill="#f3efe6" d="M4.2 4.7h3.4l-.4.8H4.6z"/><path fill="#b5533c" d="M5 4h1.6v.7H5z"/></svg>';
