import type { TableBehaviour } from '../behaviours/table-behaviour.ts'
import { secondsOf } from '../state.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import { refuseWhileWorking } from '../work/running-work.ts'
import { uninstall } from './uninstall.ts'

/** Solutions made by hand are unmanaged; removing one uninstalls it. */
export const solutionBehaviour: TableBehaviour = {
  create: ({ now }, values) => {
    if (typeof values.publisherid !== 'string') throw bodyFailure("'publisherid@odata.bind' is missing.")
    return { ...values, ismanaged: false, isvisible: true, installedon: secondsOf(now), solutionpackageversion: '9.2' }
  },
  remove: (call, row) => {
    refuseWhileWorking(call.organization, 'Uninstall')
    uninstall(call, row)
    return 'gone'
  },
}
