import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** Adapters that phones in the room never reach: virtual machines, containers, tunnels. */
const VIRTUAL = /vethernet|vmware|virtualbox|hyper-v|docker|veth|br-|tap|tun|zerotier|tailscale/i

/** IPv4 addresses under which others on the local network may reach this machine, real adapters first. */
function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ address, family, internal }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, virtual: VIRTUAL.test(name) })),
  )
  return [...found.filter((one) => !one.virtual), ...found.filter((one) => one.virtual)].map((one) => one.address)
}

/** Where phones in the room find a host that listens on `address`: `http://…/`, best first. */
export function addressesToJoin(address: string, port: number): readonly string[] {
  const found = address === '0.0.0.0' ? lanAddresses(networkInterfaces()) : [address]
  return found.map((one) => `http://${one}:${port}/`)
}
