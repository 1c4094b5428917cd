import type { StripCell } from '@sevenstep/onboarding'
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { Button } from './button.tsx'
import { HiddenFields } from './form.tsx'
import { StateSign } from './step-strip.tsx'

interface UploadFormProps {
  readonly action: string
  /** Id of the list whose rows fill in while files are checked. */
  readonly rowsId: string
  readonly texts: Texts
  readonly idempotencyKey?: string
  /** File name endings that may be picked. */
  readonly accept?: string
  /** Words of a second button, which picks a whole folder; with it neither button has to be used. */
  readonly folder?: string
  /** Further choices that go along with the files. */
  readonly choices?: Child
}

/**
 * A form for files: a button for everybody, and where scripts run a zone to drop a folder or a zip on. The files go as
 * `files`, each with its path in the folder as its name. Its children are the rows that are there already.
 */
export function UploadForm(props: PropsWithChildren<UploadFormProps>) {
  const { action, rowsId, texts, idempotencyKey, accept, folder, choices, children } = props
  const { upload } = texts.shared
  return (
    <div>
      <form
        method="post"
        action={action}
        enctype="multipart/form-data"
        class="drop-zone"
        data-upload={rowsId}
        data-upload-reading={upload.reading}
        data-upload-checking={upload.checking}
        data-upload-failed={upload.failed}
        data-upload-done={upload.done}
      >
        <HiddenFields idempotencyKey={idempotencyKey} />
        <p class="drop-title">{upload.title}</p>
        <p>
          <span class="drop-or quiet">{`${upload.or} `}</span>
          <label class="link" for="files">
            {texts.shared.fields.chooseFiles}
          </label>
        </p>
        <input type="file" id="files" name="files" multiple accept={accept} required={folder === undefined} />
        {folder !== undefined && (
          <>
            <label class="link" for="folder">
              {folder}
            </label>
            {/* Known to every browser that can send a folder, and to no typing. */}
            <input type="file" id="folder" name="files" multiple {...{ webkitdirectory: true }} />
          </>
        )}
        {choices}
        <Button>{upload.submit}</Button>
        <p class="field-hint" data-upload-status />
      </form>
      <ul id={rowsId} class="file-rows">
        {children}
      </ul>
    </div>
  )
}

interface FileRowProps {
  readonly path: string
  readonly cell: StripCell
  /** The state in words, for those who do not see the sign. */
  readonly state: string
  /** At the right: "2 · 4" or "passes". */
  readonly result: Child
}

/** One file of a package and how it fared. The server sends the same row while it checks. */
export function FileRow({ path, cell, state, result }: FileRowProps) {
  return (
    <li class="file-row" data-path={path}>
      <StateSign cell={cell} label={state} />
      <span>{path}</span>
      <span class="quiet">{result}</span>
    </li>
  )
}
