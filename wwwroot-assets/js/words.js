// <span data-words="id of the field" data-words-min="20" data-words-max="500">: counts as the server does, by runs without spaces.
export function startWords() {
  for (const place of document.querySelectorAll('[data-words]')) {
    const field = document.getElementById(place.dataset.words)
    if (!field) continue
    const show = () => {
      const count = wordsIn(field)
      const [min, max] = [Number(place.dataset.wordsMin), Number(place.dataset.wordsMax)]
      const text = max ? `${count}/${max} từ` : count < min && count > 0 ? `${count}/${min} từ` : count > 0 ? `${count} từ` : ''
      if (place.textContent !== text) place.textContent = text
      place.classList.toggle('tone-brick', max > 0 && count > max)
      place.classList.toggle('text-tone', max > 0 && count > max)
    }
    field.addEventListener('input', show)
    document.addEventListener('draft-filled', show)
    show()
  }
}

function wordsIn(field) {
  const text = field.matches('[data-rich]')
    ? new DOMParser().parseFromString(field.value.replace(/<\/(p|li|h\d|td|th|blockquote)>/g, ' '), 'text/html').body.textContent
    : field.value
  return text.trim().split(/\s+/).filter(Boolean).length
}
