import { type Connector, fileNames } from '@sevenstep/connector-schema'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { misnamedFile } from './misnamed-file.ts'

/** Files that are looked for by their exact name. */
const exactNames = [fileNames.definition, fileNames.properties]

/** Files that may stand in a connector's folder, in lower case; a `script.cs` is for the script's own rule. */
const expectedNames: ReadonlySet<string> = new Set(
  [...Object.values(fileNames), 'script.cs', 'sevenstep.config.json'].map((name) => name.toLowerCase()),
)

/** The names of the files in a connector's folder. */
export const fileNaming = defineRuleFamily({
  id: 'file-naming',
  rules: {
    'file-name-case': {
      title: 'The definition and the properties have exactly the names the tools look for.',
      deviation: 'no mend: edits change files, they rename none',
      messages: {
        found: {
          what: 'The file is called "{found}" instead of "{expected}".',
          why: 'Where upper and lower case matter, on Linux and in the public repository, the file is not found.',
          fix: 'Rename it to "{expected}".',
        },
      },
    },
    'file-no-unexpected-files': {
      title: 'The folder holds only the files a connector consists of.',
      profiles: certifiedProfiles,
      deviation: 'no mend: a mend deletes no file',
      messages: {
        found: {
          what: '"{path}" does not belong to a connector.',
          why: 'Reviewers ask for images, archives, documents and copies to be taken out before they go on.',
          fix: 'Take the file out of the folder; pictures for the readme can be linked from your own site.',
        },
        folder: {
          what: 'The folder "{path}" with {count} files does not belong to a connector.',
          why: 'Reviewers ask for images, archives, documents and copies to be taken out before they go on.',
          fix: 'Take the folder out; pictures for the readme can be linked from your own site.',
        },
      },
    },
  },
  check({ report }) {
    return {
      connector(connector) {
        for (const expected of exactNames) {
          if (connector.paths.includes(expected)) continue
          const path = connector.paths.find((candidate) => candidate.toLowerCase() === expected.toLowerCase())
          if (path !== undefined) report('file-name-case', { path }, { data: { found: path, expected } })
        }
        for (const [path, count] of unexpectedIn(connector)) {
          const message = count === 0 ? 'found' : 'folder'
          report('file-no-unexpected-files', { path }, { message, data: { path, count } })
        }
      },
    }
  },
})

/** Unexpected files with 0, and folders with the number of files in them: one remark for a folder of pictures. */
function unexpectedIn(connector: Connector): ReadonlyMap<string, number> {
  const { paths, origin } = connector
  // A definition or readme under another name has to be renamed, not taken out.
  const misnamed = new Set([
    misnamedFile(connector, 'definition'),
    misnamedFile(connector, 'properties'),
    misnamedFile(connector, 'readme'),
  ])
  const unexpected = new Map<string, number>()
  if (origin?.isAssembled === true) return unexpected
  for (const path of paths) {
    const slash = path.indexOf('/')
    const name = slash < 0 ? path : path.slice(0, slash)
    if (slash >= 0) unexpected.set(name, (unexpected.get(name) ?? 0) + 1)
    else if (!expectedNames.has(name.toLowerCase()) && !misnamed.has(name)) unexpected.set(name, 0)
  }
  return unexpected
}
