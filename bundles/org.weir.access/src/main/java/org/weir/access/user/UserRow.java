package org.weir.access.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as stored, without regions and roles. */
public record UserRow(
        UUID id,
        String login,
        String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String zone,
        String theme,
        @Nullable UUID team,
        boolean active,
        @Nullable String passwordHash,
        boolean mustChange,
        int credential,
        boolean service,
        boolean secondFactor,
        @Nullable Instant passwordAt) {

    /** The record without its hash, for logs. */
    @Override
    public String toString() {
        return "UserRow[" + login + "]";
    }
}
