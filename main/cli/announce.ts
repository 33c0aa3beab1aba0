import type { Host } from '../host/create-host.ts'

/** The console's address for the person at this laptop; it carries the secret of this launch. */
export const deskAddress = ({ operatorSecret, port }: Host): string => `http://127.0.0.1:${port}/desk#${operatorSecret}`

/** Prints where the console is and where others come in. */
export function announce(host: Host, addresses: readonly string[]): void {
  console.log(`操作台（只在本机打开）：${deskAddress(host)}`)
  if (addresses.length === 0) console.log('没有找到局域网地址：请连接 Wi-Fi 或网线，其他设备才能进入。')
  for (const address of addresses) console.log(`参会地址：${address}`)
}
