// Answers to a supplement are kept while somebody types; the button stays for where that fails.
const pause = 1500

export function startAnswers() {
  for (const form of document.querySelectorAll('form[data-answer]')) {
    let timer = 0
    let running = Promise.resolve()
    form.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(() => (running = running.then(() => save(form))), pause)
    })
    form.addEventListener('submit', () => clearTimeout(timer))
  }
}

async function save(form) {
  const said = form.querySelector('[data-answer-said]')
  try {
    const response = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
    if (!response.ok || response.redirected) return tell(said, 'Chưa lưu được. Bấm “Lưu mục này” để xem vì sao; chữ bạn gõ vẫn còn.', true)
    const saved = await response.json()
    form.querySelector('[name=Version]').value = saved.version
    tell(said, `Đã lưu ${new Date(saved.at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false })}, chưa gửi`, false)
  } catch {
    tell(said, 'Mất mạng: chưa lưu, chữ bạn gõ vẫn còn ở đây.', true)
  }
}

function tell(place, text, failed) {
  if (!place) return
  place.textContent = text
  place.toggleAttribute('data-failed', failed)
}
