// AWS Signature Version 4 of a request, computed again from its parts (AWS General Reference, "Signature Version 4 signing").
import { createHash, createHmac } from 'node:crypto'

const hmac = (key, text) => createHmac('sha256', key).update(text).digest()
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

export function signatureIsRight(request, secret) {
  const given = /Credential=[^/]+\/(\d+)\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)/.exec(request.headers.authorization ?? '')
  if (!given) return false
  const [, day, region, service, signedHeaders, signature] = given
  const headers = signedHeaders.split(';').map((name) => `${name}:${request.headers[name].trim()}\n`)
  const [path, query = ''] = request.url.split('?')
  const canonical = [request.method, path, query, headers.join(''), signedHeaders, request.headers['x-amz-content-sha256']].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = [day, region, service, 'aws4_request'].reduce(hmac, 'AWS4' + secret)
  return hmac(key, toSign).toString('hex') === signature
}
