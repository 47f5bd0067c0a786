// Screen fonts are copied; digits and document fonts are cut to what is used.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

const here = new URL('.', import.meta.url)
const from = name => new URL(`node_modules/${name}`, here)

export async function screenFonts(out) {
  const family = 'be-vietnam-pro'
  for (const weight of [400, 500, 600, 700]) {
    for (const part of ['vietnamese', 'latin', 'latin-ext']) {
      const file = `${family}-${part}-${weight}`
      await copyFile(from(`@fontsource/${family}/files/${file}-normal.woff2`), new URL(`${file}.woff2`, out))
    }
    // Be Vietnam Pro has no figures of equal width, so columns of numbers borrow ten glyphs.
    const figtree = await readFile(from(`@fontsource/figtree/files/figtree-latin-${weight}-normal.woff2`))
    const digits = await subsetFont(figtree, '0123456789', { targetFormat: 'woff2' })
    await writeFile(new URL(`figtree-digits-${weight}.woff2`, out), digits)
  }
  await copyFile(from(`@fontsource/${family}/LICENSE`), new URL('be-vietnam-pro.LICENSE.txt', out))
  await copyFile(from('@fontsource/figtree/LICENSE'), new URL('figtree.LICENSE.txt', out))
}

/** Times-metric faces that the server embeds in PDF documents. */
export async function documentFonts(out) {
  const faces = {
    '400Regular': 'Regular',
    '700Bold': 'Bold',
    '400Regular_Italic': 'Italic',
    '700Bold_Italic': 'BoldItalic',
  }
  const text = documentCharacters()
  for (const [source, name] of Object.entries(faces)) {
    const font = await readFile(from(`@expo-google-fonts/tinos/${source}/Tinos_${source}.ttf`))
    await writeFile(new URL(`Tinos-${name}.ttf`, out), await subsetFont(font, text, { targetFormat: 'truetype' }))
  }
  await copyFile(from('@expo-google-fonts/tinos/LICENSE_FONT'), new URL('Tinos.LICENSE.txt', out))
}

function documentCharacters() {
  const ranges = [
    [0x20, 0x7e], // Latin
    [0xa0, 0x17f], // Latin-1 and Latin Extended-A: ½ × § ° and the vowels with a single mark
    [0x1a0, 0x1b0], // Ơ ơ Ư ư
    [0x300, 0x304], // combining marks, for text that arrives decomposed
    [0x306, 0x309],
    [0x31b, 0x31b],
    [0x323, 0x323],
    [0x1ea0, 0x1ef9], // Vietnamese
    [0x2010, 0x2027], // dashes, quotes, bullet, ellipsis
    [0x2030, 0x2033],
  ]
  const text = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
  return String.fromCodePoint(...text) + '₫€№™→≤≥≠≈−√∑αβμ□■●○'
}
