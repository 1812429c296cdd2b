/** Path prefix of the server's own files. */
export const OWN = '__lockstep'

/** Script of served pages: reloads the page when it changes, and shows the findings of its document. */
export const CLIENT_SCRIPT = `(() => {
  const page = encodeURIComponent(decodeURIComponent(location.pathname))
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const marks = { error: '●', warning: '▲', info: '○' }
  const colors = { error: '#b3261e', warning: '#8a5a00', info: '#0b57d0' }
  let open = sessionStorage.getItem('lockstep-findings') === 'open'

  function make(name, text, style) {
    const node = document.createElement(name)
    if (text !== undefined) node.textContent = text
    if (style) node.style.cssText = style
    return node
  }

  function show({ files, isComplete, problem }) {
    const all = files.flatMap((file) => file.messages.map((message) => ({ ...message, file: file.path })))
    if (problem) all.unshift({ severity: 'error', reason: problem, file: 'Lockstep' })
    const panel = make('section', undefined, 'position:fixed;right:12px;bottom:12px;z-index:2147483647;max-width:min(46rem,calc(100vw - 24px));font:14px/1.45 system-ui,sans-serif;color:#1f1f1f;background:#fff;border:1px solid #8a8a8a;border-radius:8px;box-shadow:0 2px 12px #0004;text-align:left;direction:ltr')
    panel.lang = 'en'
    panel.setAttribute('aria-label', 'Findings of Lockstep')
    const button = make('button', undefined, 'all:unset;display:block;box-sizing:border-box;width:100%;padding:8px 12px;cursor:pointer;border-radius:8px')
    const counts = ['error', 'warning', 'info'].map((severity) => [severity, all.filter((each) => each.severity === severity).length]).filter(([, count]) => count > 0)
    if (counts.length === 0) button.append(isComplete ? '✓ No findings' : '… Checking')
    for (const [severity, count] of counts) button.append(make('span', marks[severity] + ' ' + count + ' ' + (severity === 'info' ? (count === 1 ? 'hint' : 'hints') : severity + (count === 1 ? '' : 's')), 'margin-right:12px;font-weight:600;color:' + colors[severity]))
    if (counts.length > 0 && !isComplete) button.append('…')
    button.setAttribute('aria-expanded', String(open))
    const list = make('ol', undefined, 'margin:0;padding:0 12px 8px 32px;max-height:50vh;overflow:auto')
    list.hidden = !open || all.length === 0
    list.tabIndex = 0
    for (const { severity, ruleId, url, line, column, reason, note, file } of all) {
      const item = make('li', undefined, 'margin:6px 0;overflow-wrap:anywhere')
      item.append(make('strong', marks[severity] + ' ' + severity + ' ', 'color:' + colors[severity]))
      item.append(make('code', file + (line ? ':' + line + ':' + column : ''), 'font-size:12px'))
      item.append(make('div', reason))
      if (note) item.append(make('div', note, 'color:#5f5f5f'))
      if (ruleId) {
        const rule = make(url ? 'a' : 'span', ruleId, 'font-size:12px;color:#0b57d0')
        if (url) Object.assign(rule, { href: url, target: '_blank', rel: 'noopener' })
        item.append(rule)
      }
      list.append(item)
    }
    button.addEventListener('click', () => {
      open = !open
      sessionStorage.setItem('lockstep-findings', open ? 'open' : '')
      list.hidden = !open || all.length === 0
      button.setAttribute('aria-expanded', String(open))
    })
    panel.append(button, list)
    root.replaceChildren(make('style', 'button:focus-visible,ol:focus-visible{outline:2px solid #0b57d0}@media print{section{display:none}}'), panel)
    if (!host.isConnected) document.body.append(host)
  }

  let turn = 0
  async function load() {
    const own = ++turn
    const answer = await fetch('/${OWN}/findings?page=' + page)
    const findings = answer.ok && (await answer.json())
    // A late answer is outdated.
    if (findings && own === turn) show(findings)
  }

  const events = new EventSource('/${OWN}/events?page=' + page)
  events.addEventListener('reload', () => location.reload())
  events.addEventListener('findings', load)
  let wasOpen = false
  events.addEventListener('open', () => {
    // The first time, the page hears of every change from now on; the second time, the server has restarted.
    if (wasOpen) location.reload()
    else load()
    wasOpen = true
  })
})()
`
