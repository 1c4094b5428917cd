import type { Operation } from '../operation.ts'
import {
  getApplication,
  getServicePrincipal,
  listApplications,
  listPermissionGrants,
  listServicePrincipals,
} from './applications.ts'
import { assignLicence } from './assign-licence.ts'
import { listLicenceDetails, listMyLicenceDetails, listSubscribedSkus } from './licences.ts'
import { getMe, getUser, listUsers } from './users.ts'

export {
  applicationResource,
  licenseDetailResource,
  permissionGrantResource,
  servicePrincipalResource,
  subscribedSkuResource,
  userResource,
} from './directory-objects.ts'

export {
  assignLicence,
  getApplication,
  getMe,
  getServicePrincipal,
  getUser,
  listApplications,
  listLicenceDetails,
  listMyLicenceDetails,
  listPermissionGrants,
  listServicePrincipals,
  listSubscribedSkus,
  listUsers,
}

/** Every operation of the directory. */
export const graphOperations: readonly Operation[] = [
  assignLicence,
  listApplications,
  getApplication,
  getServicePrincipal,
  listServicePrincipals,
  listPermissionGrants,
  listSubscribedSkus,
  listLicenceDetails,
  listMyLicenceDetails,
  getMe,
  listUsers,
  getUser,
]
