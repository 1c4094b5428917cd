// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../engine/rule-family.ts'
import { authority } from '../rules/consent/authority.ts'
import { consentAddress } from '../rules/consent/consent-address.ts'
import { consentGrants } from '../rules/consent/consent-grants.ts'
import { servicePrincipals } from '../rules/consent/service-principals.ts'
import { adminScope } from '../rules/permissions/admin-scope.ts'
import { connectionsPermission } from '../rules/permissions/connections-permission.ts'
import { dataversePermission } from '../rules/permissions/dataverse-permission.ts'
import { delegatedScopes } from '../rules/permissions/delegated-scopes.ts'
import { flowServiceRequested } from '../rules/permissions/flow-service-requested.ts'
import { landingPage } from '../rules/permissions/landing-page.ts'
import { leastPrivilege } from '../rules/permissions/least-privilege.ts'
import { licencePermission } from '../rules/permissions/licence-permission.ts'
import { partnerCenterPermission } from '../rules/permissions/partner-center-permission.ts'
import { permissionEntries } from '../rules/permissions/permission-entries.ts'
import { profilePermission } from '../rules/permissions/profile-permission.ts'
import { regionalPortalPermission } from '../rules/permissions/regional-portal-permission.ts'
import { widgetScopes } from '../rules/permissions/widget-scopes.ts'
import { connectorRedirect } from '../rules/redirects/connector-redirect.ts'
import { implicitGrant } from '../rules/redirects/implicit-grant.ts'
import { logoutUrl } from '../rules/redirects/logout-url.ts'
import { redirectCharacters } from '../rules/redirects/redirect-characters.ts'
import { redirectCount } from '../rules/redirects/redirect-count.ts'
import { redirectLength } from '../rules/redirects/redirect-length.ts'
import { redirectLocalhostPorts } from '../rules/redirects/redirect-localhost-ports.ts'
import { redirectLocalhost } from '../rules/redirects/redirect-localhost.ts'
import { redirectPlatform } from '../rules/redirects/redirect-platform.ts'
import { redirectPresent } from '../rules/redirects/redirect-present.ts'
import { redirectQuery } from '../rules/redirects/redirect-query.ts'
import { redirectScheme } from '../rules/redirects/redirect-scheme.ts'
import { redirectUnique } from '../rules/redirects/redirect-unique.ts'
import { redirectWildcard } from '../rules/redirects/redirect-wildcard.ts'
import { applicationId } from '../rules/registration/application-id.ts'
import { manifestFormat } from '../rules/registration/manifest-format.ts'
import { manifestSize } from '../rules/registration/manifest-size.ts'
import { mappedClaims } from '../rules/registration/mapped-claims.ts'
import { publicClient } from '../rules/registration/public-client.ts'
import { signInAudience } from '../rules/registration/sign-in-audience.ts'
import { tokenVersion } from '../rules/registration/token-version.ts'
import { credentialExpiry } from '../rules/trust/credential-expiry.ts'
import { credentialKind } from '../rules/trust/credential-kind.ts'
import { credentialSecrets } from '../rules/trust/credential-secrets.ts'
import { infoLinks } from '../rules/trust/info-links.ts'
import { publisherDomain } from '../rules/trust/publisher-domain.ts'
import { verifiedPublisher } from '../rules/trust/verified-publisher.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [
  authority,
  consentAddress,
  consentGrants,
  servicePrincipals,
  adminScope,
  connectionsPermission,
  dataversePermission,
  delegatedScopes,
  flowServiceRequested,
  landingPage,
  leastPrivilege,
  licencePermission,
  partnerCenterPermission,
  permissionEntries,
  profilePermission,
  regionalPortalPermission,
  widgetScopes,
  connectorRedirect,
  implicitGrant,
  logoutUrl,
  redirectCharacters,
  redirectCount,
  redirectLength,
  redirectLocalhostPorts,
  redirectLocalhost,
  redirectPlatform,
  redirectPresent,
  redirectQuery,
  redirectScheme,
  redirectUnique,
  redirectWildcard,
  applicationId,
  manifestFormat,
  manifestSize,
  mappedClaims,
  publicClient,
  signInAudience,
  tokenVersion,
  credentialExpiry,
  credentialKind,
  credentialSecrets,
  infoLinks,
  publisherDomain,
  verifiedPublisher,
]
