// `node make.mjs install` and `node make.mjs build`: one step, under a lock, and only when something changed.
// MSBuild has its own up-to-date check; this one matters when two builds start at the same moment.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
process.chdir(here)

const sources = () => [...under('css'), ...under('js'), ...readdirSync('.').filter(f => /\.(mjs|json)$/.test(f))]
const steps = {
  install: {
    inputs: () => ['package.json', 'package-lock.json'],
    outputs: ['.stamps/install', 'node_modules/.package-lock.json'],
    run: () => run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  build: {
    inputs: () => [...sources(), '.stamps/install'],
    outputs: ['.stamps/build', '../src/Initiatives.Web/wwwroot/assets/app.css'],
    run: () => run(process.execPath, ['build.mjs']),
  },
}

const name = process.argv[2]
const step = steps[name]
if (!step) throw new Error('Say install or build.')

mkdirSync('.stamps', { recursive: true })
await lock('.stamps/lock')
try {
  if (isStale(step)) {
    step.run()
    writeFileSync(`.stamps/${name}`, '')
  }
} finally {
  rmSync('.stamps/lock', { recursive: true, force: true })
}

function isStale({ inputs, outputs }) {
  const newestInput = Math.max(...inputs().map(modified))
  return outputs.some(file => modified(file) < newestInput)
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function under(folder) {
  return readdirSync(folder, { recursive: true }).map(file => `${folder}/${file}`)
}

function run(command, args) {
  // npm is a .cmd file on Windows, which needs a shell.
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' })
  if (error) throw error
  if (status !== 0) {
    rmSync('.stamps/lock', { recursive: true, force: true })
    process.exit(status ?? 1)
  }
}

/** A folder is made by one process only. Its owner's id lets others break the lock of a process that died. */
async function lock(folder) {
  const deadline = Date.now() + 10 * 60_000
  while (true) {
    try {
      mkdirSync(folder)
      writeFileSync(`${folder}/owner`, String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST' || Date.now() > deadline) throw error
    }
    if (ownerIsGone(folder)) rmSync(folder, { recursive: true, force: true })
    else await new Promise(resolve => setTimeout(resolve, 200))
  }
}

function ownerIsGone(folder) {
  try {
    const owner = Number(readFileSync(`${folder}/owner`, 'utf8'))
    if (!owner) return false
    process.kill(owner, 0)
    return false
  } catch (error) {
    if (error.code === 'ESRCH') return true
    // No owner written yet: give it ten seconds, then take the lock for abandoned.
    return error.code === 'ENOENT' && Date.now() - modified(folder) > 10_000 && modified(folder) > 0
  }
}
