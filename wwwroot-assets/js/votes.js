// The vote: "7/9 = 77,78%" and its bar follow the number of approving votes.
import { writeNumber } from './numbers.js'

export function startVotes() {
  for (const form of document.querySelectorAll('[data-votes]')) {
    const field = form.querySelector('[data-vote-approving]')
    const show = () => {
      const base = Number(form.dataset.voteBase)
      const count = /^\d+$/.test(field.value.trim()) ? Number(field.value) : NaN
      const known = base > 0 && count <= base
      const text = form.querySelector('[data-vote-text]')
      if (text) text.textContent = known ? `${count}/${base} = ${writeNumber((count / base) * 100)}%` : ''
      form.querySelector('[data-vote-width]')?.setAttribute('width', String(known ? (count / base) * 100 : 0))
    }
    field?.addEventListener('input', show)
  }
}
