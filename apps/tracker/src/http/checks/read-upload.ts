import type { Text } from '@sevenstep/onboarding'
import { collisionKey, defaultArchiveLimits, judgeName, quoteName } from '@sevenstep/package-archives'
import { uploadLimits } from '../../checks/upload-limits.ts'
import { dutchReasonOf } from '../../checks/worker/archive-problem-words.ts'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { Failure } from '../../domain/failure.ts'
import type { PostedForm } from '../forms.ts'

/**
 * The files of a form, each by its path: from the field `paths` where there is one for each file, else from the name the
 * browser gave it. Nothing of their content is looked at here.
 *
 * @throws Failure `unreadable-upload` or `too-large`, naming the file
 */
export async function readUpload(form: PostedForm): Promise<readonly UploadedFile[]> {
  const sent = form.files('files')
  const given = form.all('paths')
  if (sent.length === 0) throw noFiles()
  if (sent.length > uploadLimits.files) throw tooLarge()
  if (sent.reduce((sum, { size }) => sum + size, 0) > uploadLimits.bytes) throw tooLarge()
  const paths = judgedPaths(sent.map(({ name }, index) => (given.length === sent.length ? (given[index] ?? '') : name)))
  return Promise.all(
    sent.map(async (file, index) => ({ path: paths[index] ?? '', bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

/** The paths in their one form; the first that must not be used, or that another has too, is refused. */
function judgedPaths(paths: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  return paths.map((given) => {
    const { path, isFolder, problems } = judgeName(given, defaultArchiveLimits, { archive: 'upload' })
    const refusal = problems.find(({ effect }) => effect === 'entry')
    if (refusal !== undefined) throw refusedName(given, { en: refusal.why, nl: dutchReasonOf(refusal.code) })
    if (isFolder || path.length > defaultArchiveLimits.maxNameBytes) {
      throw refusedName(given, isFolder ? reasons.folder : reasons.long)
    }
    const twin = seen.get(collisionKey(path))
    if (twin !== undefined)
      throw refusedName(given, {
        en: `Another file is called ${quoteName(twin)}, which many systems take for the same.`,
        nl: `Een ander bestand heet ${quoteName(twin)}; veel systemen houden dat voor hetzelfde.`,
      })
    seen.set(collisionKey(path), path)
    return path
  })
}

const reasons = {
  folder: { en: 'It is the name of a folder.', nl: 'Het is de naam van een map.' },
  long: { en: 'It is too long.', nl: 'Hij is te lang.' },
} as const

function refusedName(name: string, why: Text): Failure {
  const quoted = quoteName(name)
  return new Failure('unreadable-upload', {
    what: {
      en: `The name ${quoted} is refused. Nothing was checked.`,
      nl: `De naam ${quoted} wordt geweigerd. Er is niets gecontroleerd.`,
    },
    why,
    fix: {
      en: 'Rename or leave out the file and send the others again.',
      nl: 'Geef het bestand een andere naam of laat het weg, en verstuur de andere opnieuw.',
    },
  })
}

function noFiles(): Failure {
  return new Failure('unreadable-upload', {
    what: {
      en: 'No file was chosen. Nothing was checked.',
      nl: 'Er is geen bestand gekozen. Er is niets gecontroleerd.',
    },
    why: {
      en: 'A check needs the files that it is about.',
      nl: 'Voor een controle zijn de bestanden nodig waar zij over gaat.',
    },
    fix: {
      en: 'Go back, choose the files, the folder or a zip, and send them.',
      nl: 'Ga terug, kies de bestanden, de map of een zip, en verstuur ze.',
    },
  })
}

/** For more files or bytes than are taken at once. */
export function tooLarge(): Failure {
  const megabytes = uploadLimits.bytes / 1_000_000
  return new Failure('too-large', {
    what: {
      en: 'This is too much at once. Nothing was checked.',
      nl: 'Dit is te veel in één keer. Er is niets gecontroleerd.',
    },
    why: {
      en: `At most ${megabytes} MB in ${uploadLimits.files} files are taken; what belongs to a step needs far less.`,
      nl: `We nemen hoogstens ${megabytes} MB in ${uploadLimits.files} bestanden aan; wat bij een stap hoort, heeft veel minder nodig.`,
    },
    fix: {
      en: 'Leave out what does not belong to any step and send the rest again.',
      nl: 'Laat weg wat bij geen stap hoort en verstuur de rest opnieuw.',
    },
  })
}

/** For a body that breaks off or is no form of files. */
export function brokenUpload(): Failure {
  return new Failure('unreadable-upload', {
    what: {
      en: 'The files did not arrive whole. Nothing was checked.',
      nl: 'De bestanden zijn niet heel aangekomen. Er is niets gecontroleerd.',
    },
    why: {
      en: 'What was sent breaks off, or is no form with files.',
      nl: 'Wat verstuurd werd breekt af, of is geen formulier met bestanden.',
    },
    fix: { en: 'Send the files again from the page.', nl: 'Verstuur de bestanden opnieuw vanaf de pagina.' },
  })
}
