import Glibc
import Testing

@testable import Storage

@Suite struct MountTableTests {
  private let table = MountTable(
    """
    22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
    40 22 0:35 / /home/school rw,relatime shared:20 master:3 - nfs4 server:/school rw,vers=4.2
    41 22 0:36 / /mnt/with\\040space rw - cifs //server/share rw
    42 22 0:37 / /mnt/odd rw,relatime - fuse.sshfs user@host: rw
    43 22 4096:1048575 / /mnt/big rw - nfs server:/x rw
    short line
    44 22 0:38 / /mnt/none rw -

    """)

  private func device(_ major: UInt64, _ minor: UInt64) -> dev_t {
    let low: UInt64 = (major & 0xFFF) << 8 | minor & 0xFF
    let high: UInt64 = (major & ~0xFFF) << 32 | (minor & ~0xFF) << 12
    return dev_t(low | high)
  }

  @Test func `network file systems are told by their device`() {
    #expect(table.networkFileSystem(ofDevice: device(0, 35)) == "nfs4")
    #expect(table.networkFileSystem(ofDevice: device(0, 36)) == "cifs")
    #expect(table.networkFileSystem(ofDevice: device(0, 37)) == "fuse.sshfs")
    #expect(table.networkFileSystem(ofDevice: device(4096, 1_048_575)) == "nfs")
  }

  @Test func `a local disk and a device not listed are no network`() {
    #expect(table.networkFileSystem(ofDevice: device(254, 1)) == nil)
    #expect(table.networkFileSystem(ofDevice: device(9, 9)) == nil)
    #expect(table.networkFileSystem(ofDevice: device(0, 38)) == nil)
  }

  @Test func `this machine's list names the disk of the root folder or none at all`() {
    var status = stat()
    #expect(stat("/", &status) == 0)
    #expect(MountTable.current.networkFileSystem(ofDevice: status.st_dev) == nil)
  }

  @Test func `the refusal says which kind and what to do`() {
    #expect(
      StoreFault.networkFileSystem(path: "/s", kind: "nfs4").description
        == "/s lies on a network file system (nfs4), where two desks could damage the register; "
        + "keep the school on a local disk")
  }
}
