import type { DraftFinding } from '@sevenstep/findings'
import { deploymentFinding } from '../deployment-finding.ts'
import type { PreflightContext } from './preflight.ts'

/**
 * Words in the names of service plans that bring Power Automate. Microsoft renames and adds plans; a licence that none
 * of them fits is reported, and can be wrong.
 */
const flowPlans = /FLOW|POWER_?AUTOMATE|POWERAPPS|DYN365|DYNAMICS/i

/** Words in the names of plans that cover premium and custom connectors, with the same reserve. */
const premiumPlans = /PER_?(?:USER|FLOW)|PREMIUM|ATTENDED|POWERAPPS_P|FLOW_P\d|DYN365|DYNAMICS|PROCESS/i

/** Whether whoever will own the flows has a licence for them. */
export async function checkLicences({ deployment, bench }: PreflightContext): Promise<DraftFinding[]> {
  const flows = deployment.wanted.filter((one) => one.kind === 'activation' && one.isOn)
  const [first] = flows
  const { principal } = await bench.readings.facts()
  if (first === undefined) return []
  const location = deployment.locate(first.place)
  if (principal.kind === 'application') {
    const subject = 'A licence for the flows'
    const detail = 'an application owns them, and applications are licensed by capacity or process, not by user'
    const fix =
      'Make sure that the tenant has licences for flows of applications, or give the flows to a licensed owner.'
    return [deploymentFinding('not-asked', location, { subject, detail, fix })]
  }
  const { objectId } = principal
  const plans = objectId === undefined ? undefined : await bench.target.servicePlans(objectId)
  if (plans === undefined) {
    const subject = `The licence of ${principal.name}`
    const detail = 'licences may not be read with this credential'
    return [deploymentFinding('not-asked', location, { subject, detail, fix: 'Look at it in the admin centre.' })]
  }
  if (!plans.some((plan) => flowPlans.test(plan))) {
    return [deploymentFinding('owner-licence', location, { principal: principal.name })]
  }
  return plans.some((plan) => premiumPlans.test(plan)) ? [] : premiumFlows({ deployment }, principal.name)
}

/** Of the connectors in use, custom ones are premium for certain. */
function premiumFlows({ deployment }: Pick<PreflightContext, 'deployment'>, principal: string): DraftFinding[] {
  return deployment.wanted.flatMap((wanted) => {
    if (wanted.kind !== 'flow' && wanted.kind !== 'package') return []
    const custom = wanted.references.flatMap(({ connection }) =>
      connection !== undefined && 'own' in connection.connector ? [connection.connector.own] : [],
    )
    if (custom.length === 0) return []
    const data = { flow: wanted.displayName, connectors: [...new Set(custom)].join(', '), principal }
    return [deploymentFinding('premium-licence', deployment.locate(wanted.place), data)]
  })
}
