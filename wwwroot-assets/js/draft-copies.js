// What is typed and not yet acknowledged, kept in this browser. One copy a window, named by its owner: nobody else is
// shown it, and signing out takes it away. localStorage, because writing there is done before the window can close.
const prefix = 'sang-kien-nhap:'
const days = 86_400_000
const oldest = 30 * days

export function copiesOf(owner) {
  return all().filter(copy => copy.owner === String(owner))
}

let signedOut = false

/** False when this browser keeps nothing (private window, no room). */
export function keep(copy) {
  if (signedOut) return false
  try {
    localStorage.setItem(nameOf(copy), JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

export function drop(copy) {
  try {
    localStorage.removeItem(nameOf(copy))
  } catch {
    // Where nothing can be kept, nothing is to be dropped.
  }
}

export function dropOld() {
  all().filter(copy => Date.now() - copy.at > oldest).forEach(drop)
}

function nameOf(copy) {
  return `${prefix}${copy.owner}:${copy.tab}`
}

function all() {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(prefix)).map(name => read(name)).filter(Boolean)
  } catch {
    return []
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name))
  } catch {
    return null
  }
}

/** Windows that are open now answer to their names: their copies are theirs. */
export async function withoutLiving(copies, mine) {
  const channel = open()
  if (!channel || copies.length === 0) return copies
  const living = new Set()
  channel.onmessage = event => event.data.here && living.add(event.data.here)
  channel.postMessage({ ask: mine })
  await new Promise(resolve => setTimeout(resolve, 250))
  channel.close()
  return copies.filter(copy => !living.has(copy.tab))
}

/** Answers for this window as long as it is open. */
export function live(name) {
  const channel = open()
  if (channel) channel.onmessage = event => event.data.ask && event.data.ask !== name() && channel.postMessage({ here: name() })
}

function open() {
  return 'BroadcastChannel' in window ? new BroadcastChannel('sang-kien-nhap') : null
}

/** Signing out leaves nothing behind on a shared computer; said first when it would cost unsaved words. */
export function startSignOut() {
  for (const form of document.querySelectorAll('form[action="/dang-xuat"][data-owner]')) {
    let told = false
    form.addEventListener('submit', event => {
      const copies = copiesOf(form.dataset.owner)
      if (copies.length > 0 && !told) {
        told = true
        event.preventDefault()
        const note = document.createElement('p')
        note.className = 'small'
        note.setAttribute('role', 'alert')
        note.textContent = `Trên máy này còn phần soạn chưa lưu lên máy chủ (${copies[0].title || 'hồ sơ mới'}). Đăng xuất sẽ bỏ phần đó.`
        form.before(note)
        form.querySelector('button').lastChild.textContent = ' Bỏ và đăng xuất'
        return
      }
      copies.forEach(drop)
      signedOut = true   // the page that closes now must not put them back
    })
  }
}
