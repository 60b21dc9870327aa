// Ten layers of the demonstration, at every size, as people see them who lack one kind of cone or see no colour. With BUURTBLIK_SHOTS
// each is a picture to look at; that the colours differ is held by a rule in src/layers/heat/palette.rs.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SIZES, launch, story } from './lib/browser.mjs';
import { demoLinks, signIn } from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

const LAYERS = {
  over: '', beside: 'naast=1', fine: 'korrel=50', coarse: 'korrel=120', sterk: 'soort=sterk', beter: 'soort=beter', kracht: 'soort=kracht',
  zorg: 'soort=zorg', contact: 'thema=samenleven-integratie', evening: 'moment=avond',
};
/** As the browser's own tools call them. */
const SEEN_AS = ['none', 'deuteranopia', 'protanopia', 'tritanopia', 'achromatopsia'];

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await startServer({ args: ['--demo'] });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

describe('ten layers', () => {
  test('are drawn at every size, live, also where colours are seen otherwise', async () => {
    const { storageState, path } = await signedIn();
    for (const size of Object.keys(SIZES)) {
      await story(browser, { size, origin: server.url, storageState }, async (told) => {
        const session = await told.context.newCDPSession(told.page);
        for (const [name, query] of Object.entries(LAYERS)) {
          await told.goto(`${path}?${query}`);
          await told.page.locator('#kaart-0[data-map=ready] .map-stage').waitFor();
          assert.ok((await told.page.locator('[data-deel=lagen-0] path').count()) > 2, name);
          await told.page.locator('.heat-card').first().scrollIntoViewIfNeeded();
          const ways = process.env.BUURTBLIK_SHOTS && size === 'desktop' ? SEEN_AS : ['none'];
          for (const type of ways) {
            await session.send('Emulation.setEmulatedVisionDeficiency', { type });
            await told.shot(`layer-${name}-${type}`, { fullPage: false });
          }
          await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
          await told.checkFits();
        }
      });
    }
  });
});

/** Signs in once; who looks at ten layers does not sign in ten times. */
async function signedIn() {
  let kept;
  await story(browser, { size: 'desktop', origin: server.url }, async (told) => {
    await signIn(told, demoLinks(server).professional);
    const path = await told.page.locator('a[href^="/traject/"]').first().getAttribute('href');
    kept = { storageState: await told.context.storageState(), path };
  });
  return kept;
}
