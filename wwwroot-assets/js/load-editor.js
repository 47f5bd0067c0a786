// The editor is large, so it is fetched only by pages that have something to write in it.
export function loadEditor(address) {
  if (!document.querySelector('textarea[data-rich]')) return
  const script = document.createElement('script')
  script.src = address.replace(/app(\.[^/]*)?\.js.*$/, 'editor.js')
  document.head.append(script)
}
