import { generateKeyPairSync, sign } from 'node:crypto'

const VALID_FROM = '20200101000000Z'
const VALID_UNTIL = '20991231235959Z'
const ECDSA_WITH_SHA256 = sequence(object('2a8648ce3d040302'))

/** A certificate that is signed by its own key, so nobody trusts it. Node can only read certificates. */
export function makeOwnCertificate(host = 'localhost'): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(node(0x31, sequence(object('550403'), node(0x0c, Buffer.from(host)))))
  const body = sequence(
    node(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    sequence(node(0x18, Buffer.from(VALID_FROM)), node(0x18, Buffer.from(VALID_UNTIL))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = node(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const bytes = sequence(body, ECDSA_WITH_SHA256, signature)
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

/** A node of ASN.1 in DER: tag, length, content. */
function node(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return node(0x30, Buffer.concat(parts))
}

function object(hex: string): Buffer {
  return node(0x06, Buffer.from(hex, 'hex'))
}
