import type { Connector, Properties } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'
import { isWhole } from '../whole-file.ts'

/** Which operations run through the script, and whether there is one. */
export const scriptOperations = defineRuleFamily({
  id: 'script-operations',
  rules: {
    'script-operations-exist': {
      title: 'scriptOperations names operations that exist.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'scriptOperations names "{name}", and no operation has that id.',
          why: 'The script is never called for it, so the operation it was meant for works without the script.',
          fix: 'Write the operationId exactly as in the definition, or take the entry out.',
        },
        misspelt: {
          what: 'scriptOperations names "{name}", and no operation has that id; "{nearest}" is near.',
          why: 'The script is never called for it, so the operation it was meant for works without the script.',
          fix: 'Write "{nearest}", if that is meant.',
        },
        text: {
          what: 'scriptOperations holds something that is not a text.',
          why: 'It is a list of operationIds; the platform refuses anything else.',
          fix: 'List the operationIds as texts.',
        },
      },
    },
    'script-file-present': {
      title: 'Where scriptOperations is set, there is a script.csx.',
      messages: {
        found: {
          what: 'scriptOperations is set, and there is no script.csx.',
          why: 'The operations are said to run through a script that is not handed in, so they cannot be tried out or updated.',
          fix: 'Put the script into the folder as script.csx, or remove scriptOperations.',
        },
        misnamed: {
          what: 'scriptOperations is set, and the script is called "{other}" instead of "script.csx".',
          why: 'Tools look for script.csx, and do not upload a script of another name.',
          fix: 'Rename "{other}" to script.csx.',
        },
      },
    },
    'script-operations-declared': {
      title: 'Where there is a script, scriptOperations says which operations run through it.',
      mend: 'proposed',
      deviation: 'the mend is a proposal: all operations are listed, as run through the script now',
      messages: {
        found: {
          what: 'There is a script, and scriptOperations does not say for which operations.',
          why: 'All operations run through it then, also those it was not written for.',
          fix: 'Add "scriptOperations" with the operationIds the script is for.',
        },
      },
    },
  },
  check(context) {
    return {
      properties(properties) {
        const declared = properties.body?.member('scriptOperations')
        if (declared === undefined) checkUndeclared(context, properties)
        else {
          checkPresence(context, declared)
          if (declared.kind === 'array') for (const entry of declared.children) checkEntry(context, entry)
        }
      },
    }
  },
  mends: {
    'script-operations-exist': ({ node, data, edit }) => {
      if (node === undefined) return
      if (typeof data.nearest === 'string') edit.set(node, data.nearest)
      // An empty list means all operations, so the last entry stays.
      else if ((node.parent?.children.length ?? 0) > 1) edit.remove(node)
    },
    'script-operations-declared': ({ connector, node, edit }) => {
      const ids = connector.definition?.operations.map(({ id }) => id).filter((id) => id !== undefined) ?? []
      if (node !== undefined && ids.length > 0) edit.insert(node, 'scriptOperations', ids)
    },
  },
})

function checkUndeclared({ connector, report }: CheckContext, { body, file }: Properties): void {
  const { script } = connector.presence
  if (body === undefined || !file.json.isComplete) return
  if (script === 'read' || script === 'unreadable') report('script-operations-declared', body)
}

function checkPresence({ connector, report, notChecked }: CheckContext, declared: JsonNode): void {
  const { presence, paths } = connector
  if (presence.script === 'unknown') {
    notChecked('script-file-present', 'Not the whole folder was given.', 'Hand in the connector’s folder.')
  }
  if (presence.script !== 'absent' || (declared.kind === 'array' && declared.children.length === 0)) return
  const other = paths.find((path) => /^[^/]+\.(?:cs|csx)$/i.test(path))
  if (other === undefined) report('script-file-present', declared)
  else report('script-file-present', declared, { message: 'misnamed', data: { other } })
}

const known = new WeakMap<Connector, ReadonlySet<string>>()

function idsOf(connector: Connector): ReadonlySet<string> {
  let ids = known.get(connector)
  if (ids === undefined) {
    ids = new Set(connector.definition?.operations.map(({ id }) => id).filter((id) => id !== undefined))
    known.set(connector, ids)
  }
  return ids
}

function checkEntry({ connector, report, notChecked }: CheckContext, entry: JsonNode): void {
  const { definition } = connector
  if (typeof entry.value !== 'string') {
    report('script-operations-exist', entry, { message: 'text' })
    return
  }
  if (definition === undefined || !isWhole(definition)) {
    notChecked('script-operations-exist', 'The definition was not read as a whole.')
    return
  }
  const ids = idsOf(connector)
  const name = entry.value
  if (ids.has(name)) return
  const nearest = nearestWord(name, ids)
  const isNew = nearest !== undefined && entry.parent?.children.some(({ value }) => value === nearest) !== true
  if (isNew) report('script-operations-exist', entry, { message: 'misspelt', data: { name, nearest } })
  else report('script-operations-exist', entry, { data: { name } })
}
