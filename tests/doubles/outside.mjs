// An S3 bucket and a mail server on loopback ports of their own choice. Prints one line of JSON with the ports; then one
// line for each mail it takes; ends when its standard input does.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { SMTPServer } from 'smtp-server'
import { signatureIsRight } from './aws_signature.mjs'

const folder = mkdtempSync(join(tmpdir(), 'daftar-outside-'))
const bucket = new S3rver({ silent: true, directory: folder, configureBuckets: [{ name: 'papers' }] })
await bucket.configureBuckets()
const answer = bucket.callback()
// s3rver does not check version 4 signatures: we do it in front of it.
const s3 = createServer((request, response) => {
  if (signatureIsRight(request, 'S3RVER')) return answer(request, response)
  response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>')
})
await new Promise((resolve) => s3.listen(0, '127.0.0.1', resolve))

const certificate = join(folder, 'certificate.pem')
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1',
  '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', join(folder, 'key.pem'), '-out', certificate], { stdio: 'ignore' })

const mail = new SMTPServer({
  key: readFileSync(join(folder, 'key.pem')),
  cert: readFileSync(certificate),
  authOptional: true,
  onAuth(auth, session, done) {
    if (auth.username === 'daftar' && auth.password === 'secret') done(null, { user: 'daftar' })
    else done(new Error('wrong password'))
  },
  onRcptTo(address, session, done) {
    if (!address.address.startsWith('unknown@')) return done()
    done(Object.assign(new Error('no such user'), { responseCode: 550 }))
  },
  onData(stream, session, done) {
    const parts = []
    stream.on('data', (part) => parts.push(part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((one) => one.address)
      console.log(JSON.stringify({ to, secure: session.secure, user: session.user ?? null, message: Buffer.concat(parts).toString() }))
      done()
    })
  },
})
mail.on('error', () => {}) // a client that leaves early is not our failure
await new Promise((resolve) => mail.listen(0, '127.0.0.1', resolve))

console.log(JSON.stringify({ s3: s3.address().port, smtp: mail.server.address().port, certificate }))
process.stdin.resume()
process.stdin.on('end', () => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
