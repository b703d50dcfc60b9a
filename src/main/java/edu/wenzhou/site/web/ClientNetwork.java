package edu.wenzhou.site.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody is, as far as limits count together who asks from there. */
public final class ClientNetwork {

	private ClientNetwork() {
	}

	/**
	 * An address; of IPv6 the first half, as a single machine has the whole second half
	 * to itself.
	 */
	public static String of(String address) {
		// Never a name, which would be asked for elsewhere
		if (!address.matches("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-fA-F:.%a-z]*")) {
			return address;
		}
		try {
			InetAddress parsed = InetAddress.getByName(address);
			return (parsed instanceof Inet6Address) ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
					: parsed.getHostAddress();
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
