import { useHall } from '../connection/hall-context.tsx'
import { addressText } from './address-text.ts'

/** Latecomers still find the way in. */
export function LateComers({ code }: { readonly code: string }) {
  const [address] = useHall().addresses
  if (address === undefined) return null
  return (
    <footer className="band late">
      还没进来的，用手机打开 <b>{addressText(address)}</b>，会议码 <b>{code}</b>
    </footer>
  )
}
