/** Reads "12,5", "12.5" and "1.126,5" the Vietnamese way; an empty or odd text is NaN. */
export function readNumber(text) {
  const plain = String(text ?? '').trim().replace(/\s/g, '')
  if (plain === '') return NaN
  const normal = plain.includes(',') ? plain.replaceAll('.', '').replace(',', '.') : plain
  return /^-?\d+(\.\d+)?$/.test(normal) ? Number(normal) : NaN
}

/** Writes with a comma; `digits` fixes the decimals, otherwise as many as needed, two at most. */
export function writeNumber(value, digits) {
  const text = digits === undefined ? String(Math.round(value * 100) / 100) : value.toFixed(digits)
  return text.replace('.', ',')
}

/** Sums tenths without 0,30000000000000004. */
export function sum(values) {
  return Math.round(values.filter(Number.isFinite).reduce((a, b) => a + b, 0) * 10_000) / 10_000
}
