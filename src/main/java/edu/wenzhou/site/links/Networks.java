package edu.wenzhou.site.links;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses of the network are out in public. Whoever writes a text must not have
 * our server ask machines of its own network for them.
 */
final class Networks {

	/** Those of IPv4 that are nobody's on the internet: first address, bits. */
	private static final int[][] APART = { { ip(0, 0, 0), 8 }, { ip(10, 0, 0), 8 }, { ip(100, 64, 0), 10 },
			{ ip(127, 0, 0), 8 }, { ip(169, 254, 0), 16 }, { ip(172, 16, 0), 12 }, { ip(192, 0, 0), 24 },
			{ ip(192, 0, 2), 24 }, { ip(192, 88, 99), 24 }, { ip(192, 168, 0), 16 }, { ip(198, 18, 0), 15 },
			{ ip(198, 51, 100), 24 }, { ip(203, 0, 113), 24 }, { ip(224, 0, 0), 3 } };

	private Networks() {
	}

	static boolean isPublic(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (address instanceof Inet4Address) {
			int number = (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
			for (int[] apart : APART) {
				if ((number ^ apart[0]) >>> (32 - apart[1]) == 0) {
					return false;
				}
			}
			return true;
		}
		// Of IPv6 only what is given out, and nothing in which an address of IPv4 may
		// hide
		boolean given = address instanceof Inet6Address && (bytes[0] & 0xe0) == 0x20;
		boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] >= 0 && bytes[2] < 2;
		boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8
				|| bytes[0] == 0x3f && bytes[1] == (byte) 0xff;
		boolean wrapped = bytes[0] == 0x20 && bytes[1] == 0x02;
		return given && !special && !documentation && !wrapped;
	}

	private static int ip(int a, int b, int c) {
		return a << 24 | b << 16 | c << 8;
	}

}
