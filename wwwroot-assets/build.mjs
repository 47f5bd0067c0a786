// Builds everything under src/Initiatives.Web/wwwroot/assets from this folder.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { flower, flowerSymbols } from './flower.mjs'
import { documentFonts, screenFonts } from './fonts.mjs'

const here = new URL('.', import.meta.url)
const out = new URL('../src/Initiatives.Web/wwwroot/assets/', here)
const at = (name, base = here) => new URL(name, base)
const file = (name, base) => fileURLToPath(at(name, base))

await rm(at('fonts', out), { recursive: true, force: true })
await mkdir(at('fonts/doc/', out), { recursive: true })

await Promise.all([icons(), favicon(), screenFonts(at('fonts/', out)), documentFonts(at('fonts/doc/', out)), scripts(), frames()])
// Last, because the build's up-to-date check looks at this file.
await styles()

async function styles() {
  await build({
    entryPoints: [file('css/app.css')],
    outfile: file('app.css', out),
    bundle: true,
    minify: true,
    external: ['*.woff2'],
    target: ['chrome111', 'firefox121', 'safari16.4'],
    absWorkingDir: fileURLToPath(here),
    logLevel: 'warning',
  })
}

async function scripts() {
  await build({
    entryPoints: [file('js/app.js'), file('js/editor.js')],
    outdir: fileURLToPath(out),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    absWorkingDir: fileURLToPath(here),
    legalComments: 'eof',
    logLevel: 'warning',
  })
}

/** The PDF preview's frame: large, and loaded by that frame alone. */
async function frames() {
  await build({
    entryPoints: [file('js/pdf-frame.js'), file('css/pdf-frame.css')],
    outdir: fileURLToPath(out),
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    absWorkingDir: fileURLToPath(here),
    legalComments: 'eof',
    logLevel: 'error',
  })
}

async function icons() {
  const names = JSON.parse(await readFile(at('icons.json'), 'utf8'))
  const symbols = await Promise.all(
    names.map(async name => {
      const svg = await readFile(at(`node_modules/bootstrap-icons/icons/${name}.svg`), 'utf8')
      const drawing = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '')
      return `<symbol id="${name}" viewBox="0 0 16 16" fill="currentColor">${drawing}</symbol>`
    }),
  )
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${flowerSymbols()}\n${symbols.join('\n')}\n</svg>\n`
  await writeFile(at('icons.svg', out), sprite)
  await copyFile(at('node_modules/bootstrap-icons/LICENSE'), at('icons.LICENSE.txt', out))
}

async function favicon() {
  const tokens = await readFile(at('css/tokens.css'), 'utf8')
  const token = name => tokens.match(new RegExp(`--${name}:\\s*(#[0-9A-Fa-f]{6})`))[1]
  const mark = flower({ petals: token('mark'), first: token('mark-first'), stamen: token('mark-stamen') })
  await writeFile(at('favicon.svg', out), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-26 -26 52 52">${mark}</svg>\n`)
}
