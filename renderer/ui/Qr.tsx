import { create } from 'qrcode'

/** A QR code of `text`, drawn as one path so that it needs no inline style; `size` in CSS pixels. */
export function Qr({ text, label, size }: { readonly text: string; readonly label: string; readonly size: number }) {
  const { data, size: modules } = create(text, { errorCorrectionLevel: 'M' }).modules
  const path = Array.from(data, (dark, index) =>
    dark ? `M${index % modules} ${Math.floor(index / modules)}h1v1h-1z` : '',
  ).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`-2 -2 ${modules + 4} ${modules + 4}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M-2 -2h${modules + 4}v${modules + 4}h-${modules + 4}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
