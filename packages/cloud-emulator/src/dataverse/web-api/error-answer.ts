import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { Answer } from '../../operation/emulated-operation.ts'
import type { Preferences } from './preferences.ts'

/** A refusal in Dataverse's envelope, for parts of a batch. */
export function errorAnswer(failure: EmulatedFailure, preferences: Preferences): Answer {
  const { status, code, message, extras } = annotated(failure, preferences)
  return { status, body: { error: { code, message, ...extras.members } }, headers: extras.headers ?? {} }
}

/** The same refusal with the annotations that were asked for. */
export function annotated(failure: EmulatedFailure, preferences: Preferences): EmulatedFailure {
  const { status, code, message, extras } = failure
  const details: Readonly<Record<string, string>> = {
    'Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus': '0',
    'Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode': String(Number.parseInt(code, 16) | 0),
    'Microsoft.PowerApps.CDS.HelpLink': `http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a${code.replace(/^0x/, '')}&client=platform`,
    'Microsoft.PowerApps.CDS.TraceText': '',
    'Microsoft.PowerApps.CDS.InnerError.Message': message,
  }
  const wanted = Object.entries(details).filter(([name]) => preferences.wantsAnnotation(name))
  if (wanted.length === 0) return failure
  const members = { ...extras.members, ...Object.fromEntries(wanted.map(([name, value]) => [`@${name}`, value])) }
  return new EmulatedFailure(status, code, message, { ...extras, members })
}
