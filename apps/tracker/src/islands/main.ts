import { startCopying } from './copy.ts'
import { startKeyboard } from './keyboard.ts'
import { startMenus } from './menus.ts'
import { startPreferences } from './preferences.ts'
import { startTimes } from './times.ts'

// Every page works without any of this. What most pages need is here; the rest is fetched where there is a use for it.
startPreferences()
startKeyboard()
startMenus()
startTimes()
startCopying()
document.querySelector<HTMLElement>('[data-focus]')?.focus()
if (document.querySelector('[data-live-form]') !== null)
  import('./live-form.ts').then((island) => island.startLiveForms())
if (document.querySelector('[data-drawing]') !== null) import('./drawings.ts').then((island) => island.startDrawings())
if (document.querySelector('[data-draft]') !== null) import('./drafts.ts').then((island) => island.startDrafts())
if (document.querySelector('[data-upload]') !== null) import('./upload.ts').then((island) => island.startUploads())
if (document.querySelector('[data-autosave]') !== null) import('./autosave.ts').then((island) => island.startAutosave())
