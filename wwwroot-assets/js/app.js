// Every page works without this file. Each part finds its own elements and leaves others alone.
import { startCountdowns } from './countdown.js'
import { startRepeats } from './repeat.js'
import { startShares } from './shares.js'
import { startScores } from './scores.js'
import { startBulk } from './bulk.js'
import { startForms } from './forms.js'
import { startFolds } from './folds.js'
import { startWords } from './words.js'
import { startVotes } from './votes.js'
import { startMarks } from './marks.js'
import { startUploads } from './uploads.js'
import { startFileFields } from './file-fields.js'
import { startPreviews } from './preview.js'
import { startQueue } from './queue.js'
import { startChecklist } from './checklist.js'
import { startAnswers } from './answers.js'
import { startServerClock } from './server-clock.js'
import { startCutOffs } from './cut-off.js'
import { startDraft } from './draft.js'
import { startSignOut } from './draft-copies.js'
import { startSheet } from './desk-save.js'
import { startDeskKeys } from './desk-keys.js'
import { startDeskTabs } from './desk-tabs.js'
import { startCopies } from './copy.js'
import { startPrints } from './print.js'
import { startProjector } from './projector.js'
import { loadEditor } from './load-editor.js'

// The file's own address is known only while it runs for the first time.
const address = document.currentScript?.src ?? '/assets/app.js'

document.documentElement.classList.add('js')

function start() {
  startCountdowns()
  startRepeats()
  startShares()
  startScores()
  startBulk()
  startForms()
  startFolds()
  startWords()
  startVotes()
  startMarks()
  startUploads()
  startFileFields()
  startPreviews()
  startQueue()
  startChecklist()
  startAnswers()
  startServerClock()
  startCutOffs()
  startDraft()
  startSignOut()
  startSheet()
  startDeskKeys()
  startDeskTabs()
  startCopies()
  startPrints()
  startProjector()
  loadEditor(address)
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
