const version = '0.1.0'

/** How this client names itself to services. */
export function userAgent(application: string | undefined): string {
  const own = `sevenstep-cloud-access/${version} Node/${process.versions.node} (${process.platform}; ${process.arch})`
  return application === undefined ? own : `${application.replaceAll(/[^\x20-\x7e]/g, '')} ${own}`
}
