import { chromium } from 'playwright-core'
const [,, ...args] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
for (const spec of args) {
  const [name, url, w='1280', opt=''] = spec.split('|')
  const c = await b.newContext({ viewport: { width: +w, height: +w < 500 ? 844 : 900 }, colorScheme: opt.includes('dark') ? 'dark':'light', javaScriptEnabled: !opt.includes('nojs'), locale: /lang=(\S+)/.exec(opt)?.[1] })
  const p = await c.newPage()
  p.on('pageerror', e => console.log(name, 'ERR', e.message)); p.on('console', m => m.type()==='error' && console.log(name, m.text()))
  await p.goto(url); await p.waitForTimeout(1200)
  if (opt.includes('open')) { await p.click('nav.tree summary'); await p.waitForTimeout(800) }
  const f = /filter=(\S+)/.exec(opt)?.[1]
  if (f) { await p.fill('nav.tree input', f); await p.waitForTimeout(300) }
  await p.screenshot({ path: `/tmp/w/s-c/${name}.png`, fullPage: opt.includes('full') })
  console.log(name, p.url(), await p.evaluate(() => document.documentElement.scrollWidth > innerWidth ? 'WIDE' : 'ok'))
  await c.close()
}
await b.close()
