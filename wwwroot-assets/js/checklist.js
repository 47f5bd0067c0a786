// The checklist saves each item as it is answered; the button that saves them all stays for where that fails.
export function startChecklist() {
  for (const form of document.querySelectorAll('[data-checklist]')) {
    const said = form.querySelector('[data-check-said]')
    let turn = Promise.resolve()
    form.addEventListener('change', event => {
      const item = event.target.closest('[data-check-item]')
      if (item) turn = turn.then(() => save(form, item, said))
    })
  }
}

async function save(form, item, said) {
  const answer = item.querySelector('[type=radio]:checked')
  const note = item.querySelector('[name$=".Note"]')
  if (!answer) return
  if (answer.value === 'NotMet' && note.value.trim().length < 5) return tell(said, 'Ghi rõ thiếu hoặc sai gì rồi mục này được lưu.', false)
  const body = new FormData()
  body.set('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value)
  for (const field of item.querySelectorAll('input:not([type=radio]), input:checked')) body.set(field.name.replace(/\[\d+\]/, '[0]'), field.value)
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (!response.ok) return tell(said, 'Mục này chưa lưu: có người vừa sửa hoặc hồ sơ đã đổi. Bấm “Lưu bảng kiểm” để xem.', true)
    const saved = await response.json()
    for (const [code, version] of Object.entries(saved.versions)) {
      const field = form.querySelector(`[data-check-version="${CSS.escape(code)}"]`)
      if (field && item.contains(field)) field.value = version
    }
    const all = form.querySelectorAll('[data-check-item]').length
    const place = form.closest('section')?.querySelector('[data-check-open]')
    if (place) place.textContent = saved.open === 0 ? 'đã ghi đủ' : `còn ${saved.open}/${all} mục`
    tell(said, `Đã lưu ${new Date(saved.at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false })}`, false)
  } catch {
    tell(said, 'Mất mạng: mục này chưa lưu. Bấm “Lưu bảng kiểm” khi có mạng lại.', true)
  }
}

function tell(place, text, failed) {
  if (!place) return
  place.textContent = text
  place.toggleAttribute('data-failed', failed)
}
