// "Tất cả có mặt": one click marks every row that offers the mark.
export function startMarks() {
  for (const button of document.querySelectorAll('[data-mark-all]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      for (const mark of button.form?.querySelectorAll(`input[type=radio][value="${button.dataset.markAll}"]`) ?? []) mark.checked = true
    })
  }
}
