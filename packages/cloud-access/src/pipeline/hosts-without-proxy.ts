/** Hosts reached without a proxy: those of NO_PROXY, and this machine whatever the environment says. */
export function hostsWithoutProxy(): string[] {
  const { NO_PROXY, no_proxy } = process.env
  const named = (NO_PROXY ?? no_proxy ?? '').split(',')
  return [...named, 'localhost', '127.0.0.1', '[::1]'].map((host) => host.trim()).filter((host) => host !== '')
}
