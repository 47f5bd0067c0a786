// The wall of the meeting room asks for itself again; without script the page does that by its own head.
const every = 5000

export function startProjector() {
  const wall = document.querySelector('[data-projector]')
  if (!wall) return
  setInterval(async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
      if (!answer.ok || answer.redirected) return
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-projector]')
      if (fresh && fresh.innerHTML !== wall.innerHTML) wall.replaceChildren(...fresh.childNodes)
    } catch {
      // The network is away: the wall keeps what it shows and asks again.
    }
  }, every)
}
