// What comes from a word processor is made plain by the server, which does the same for a form without script. Away from
// the network the editor takes what it understands by itself.
const office = /\bmso-|class="?Mso|urn:schemas-microsoft-com|docs-internal-guid|<o:p|<font\b|LibreOffice/i
const patience = 4_000

export function pasteFromOffice(form) {
  return (view, event) => {
    const html = event.clipboardData?.getData('text/html')
    if (!html || !office.test(html) || !form) return false
    clean(form, html).then(text => view.isDestroyed || view.pasteHTML(text))
    return true
  }
}

async function clean(form, html) {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    const body = new FormData()
    body.append('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]')?.value ?? '')
    body.append('Html', html)
    const answer = await fetch('/sang-kien/lam-sach', { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error', signal: giveUp.signal })
    return answer.ok ? await answer.text() : html
  } catch {
    return html
  } finally {
    clearTimeout(timer)
  }
}
