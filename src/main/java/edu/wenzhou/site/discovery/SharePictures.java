package edu.wenzhou.site.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import edu.wenzhou.site.web.NotReadyException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The pictures that this node has made, the least wanted ones forgotten when there are
 * too many. One is made at a time, as each takes the whole of a processor.
 */
@Component
class SharePictures {

	/** Of all together: some three hundred. */
	private static final long MOST_BYTES = 24L * 1024 * 1024;

	private static final int PATIENCE_SECONDS = 8;

	private final SharePainter painter;

	private final ReentrantLock press = new ReentrantLock();

	private final Map<String, byte[]> kept = new LinkedHashMap<>(64, .75f, true);

	private final long most;

	private long bytes;

	private int made;

	@Autowired
	SharePictures(SharePainter painter) {
		this(painter, MOST_BYTES);
	}

	SharePictures(SharePainter painter, long most) {
		this.painter = painter;
		this.most = most;
	}

	/** The picture at an address, if it was made and is still there. */
	synchronized Optional<byte[]> find(String address) {
		return Optional.ofNullable(this.kept.get(address));
	}

	/**
	 * Makes one that is not there. Whoever asks meanwhile waits.
	 * @param card asked for when it is this one's turn
	 * @throws NotReadyException if too many are waiting
	 */
	Made make(Supplier<ShareCard> card) {
		await();
		try {
			ShareCard wanted = card.get();
			byte[] picture = find(wanted.address()).orElse(null);
			if (picture == null) {
				picture = this.painter.paint(wanted);
				keep(wanted.address(), picture);
			}
			return new Made(wanted, picture);
		}
		finally {
			this.press.unlock();
		}
	}

	private void await() {
		try {
			if (this.press.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new NotReadyException("Too many pictures of pages are asked for at once");
	}

	private synchronized void keep(String address, byte[] picture) {
		this.made++;
		this.kept.put(address, picture);
		this.bytes += picture.length;
		while (this.bytes > this.most && this.kept.size() > 1) {
			String eldest = this.kept.keySet().iterator().next();
			this.bytes -= this.kept.remove(eldest).length;
		}
	}

	/** How many were made since the start. */
	synchronized int getMade() {
		return this.made;
	}

	/** A picture and what it shows. */
	record Made(ShareCard card, byte[] picture) {

	}

}
