// The page of a report in a browser, as people use it. Run by run.sh: node --test page.test.js, with PAGES naming a directory of pages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = process.env.PAGES;
let browser;

before(async () => {
  browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'browser-')), {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});

after(() => browser.close());

// Opens a page; whatever it says on the console, throws, or asks the network for fails the test.
const opened = async (name, options, use) => {
  const context = browser.browser() ? await browser.browser().newContext(options) : browser;
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) wrong.push(message.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => { if (!request.url().startsWith('file:')) wrong.push(`asks for ${request.url()}`); });
  if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
  await page.goto(pathToFileURL(join(pages, `${name}.html`)).href);
  await use(page);
  await page.close();
  assert.deepEqual(wrong, []);
};

const accessible = async (page) => {
  const result = await page.evaluate(async (code) => {
    (0, eval)(code);
    return window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
  }, axe);
  assert.deepEqual(result.violations.map((each) => `${each.id}: ${each.nodes[0].html} ${each.nodes[0].failureSummary}`), []);
};

for (const name of ['incident', 'pass', 'services']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${name} is accessible, ${colorScheme}`, () => opened(name, { colorScheme, bypassCSP: true }, accessible));
  }
}

test('the incident is seen at once', () => opened('incident', {}, async (page) => {
  assert.match(await page.title(), /the gate is closed/);
  assert.match(await page.locator('h1').innerText(), /closed/);
  const finding = page.locator('.finding.error').first();
  assert.match(await finding.innerText(), /HUGGINGFACE_API_KEY/);
  assert.match(await finding.locator('.next').innerText(), /terraform apply/);
  assert.equal(await finding.locator('.way > .absent .station').last().innerText(), 'deployed');
  assert.ok((await finding.boundingBox()).y < 600);
}));

test('what is searched for stays, and the rest goes', () => opened('incident', {}, async (page) => {
  const all = await page.locator('.name:visible').count();
  await page.keyboard.press('/');
  await page.keyboard.type('huggingface_api');
  await page.waitForFunction(() => document.querySelectorAll('.name:not([hidden])').length === 1);
  assert.match(await page.locator('output').innerText(), /^1 name and 1 finding shown$/);
  assert.ok(await page.locator('.finding.error:visible').count() === 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.name:visible').count(), all);
  assert.equal(await page.locator('output').innerText(), '');
}));

test('names are told by where they end', () => opened('incident', {}, async (page) => {
  await page.getByLabel('Where it ends').selectOption('deployed');
  assert.deepEqual(await page.locator('.name:visible summary > code').allInnerTexts(), ['HUGGINGFACE_API_KEY']);
  await page.getByLabel('Where it ends').selectOption('-');
  const inStep = await page.locator('.name:visible').count();
  assert.ok(inStep > 5);
  assert.equal(await page.locator('.name:visible .absent').count(), 0);
  await page.getByRole('button', { name: 'Show all' }).click();
  assert.ok(await page.locator('.name:visible').count() > inStep);
}));

test('findings are told by their severity', () => opened('incident', {}, async (page) => {
  await page.getByLabel('Severity').selectOption('note');
  assert.equal(await page.locator('.finding.error:visible').count(), 0);
  assert.ok(await page.locator('.finding.note:visible').count() > 0);
}));

test('a name opens by the keyboard and tells its story', () => opened('incident', {}, async (page) => {
  const name = page.locator('.name', { has: page.locator('summary > code', { hasText: /^HUGGINGFACE_API_KEY$/ }) });
  await name.locator('summary').focus();
  await page.keyboard.press('Enter');
  const story = await name.locator('.story').innerText();
  assert.match(story, /\.env\.example:58/);
  assert.match(story, /data-pipeline-ecs-services\.tf:243/);
  await page.keyboard.press('Enter');
  assert.equal(await name.evaluate((each) => each.open), false);
}));

test('all names open at once, and close', () => opened('pass', {}, async (page) => {
  await page.getByRole('button', { name: 'Open all names' }).click();
  assert.equal(await page.locator('.name:not([open])').count(), 0);
  await page.getByRole('button', { name: 'Close all names' }).click();
  assert.equal(await page.locator('.name[open]').count(), 0);
}));

test('light and dark follow the system until somebody chooses', () => opened('incident', { colorScheme: 'dark' }, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole('button', { name: 'Light' }).click();
  assert.notEqual(await ground(), dark);
  await page.getByRole('button', { name: 'Dark' }).click();
  assert.equal(await ground(), dark);
}));

test('a command can be copied', () => opened('incident', {}, async (page) => {
  await page.locator('.finding.error .next button').first().click();
  await page.waitForFunction(() => document.querySelector('.finding.error .next button').textContent === 'Copied');
}));

test('services and environments are told apart', () => opened('services', {}, async (page) => {
  const service = page.getByLabel('Service');
  const choices = (await service.locator('option').allInnerTexts()).slice(1);
  assert.ok(choices.length > 1);
  await service.selectOption(choices[0]);
  assert.ok(await page.locator('.name:visible').count() > 0);
  assert.equal(await page.locator(`.name:visible:not([data-service="${choices[0]}"])`).count(), 0);
  assert.ok(await page.locator('#environments thead th').count() > 3);
}));

test('thousands of findings can be searched', () => opened('thousands', {}, async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('setting_0042');
  await page.waitForFunction(() => document.querySelectorAll('.name:not([hidden])').length === 1);
}));

test('a narrow page does not scroll sideways', () => opened('incident', {}, async (page) => {
  await page.setViewportSize({ width: 360, height: 800 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
}));

test('without its script the page is read all the same', async () => {
  const plain = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await (await plain.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(pathToFileURL(join(pages, 'incident.html')).href);
  assert.match(await page.locator('.finding.error').first().innerText(), /HUGGINGFACE_API_KEY/);
  await page.locator('.name summary').first().click();
  assert.equal(await page.locator('.name[open]').count(), 1);
  await plain.close();
});
