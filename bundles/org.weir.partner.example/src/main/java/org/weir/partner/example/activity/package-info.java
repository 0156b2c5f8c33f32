/** What the partner's bundle learns from the event log. */
@NullMarked
package org.weir.partner.example.activity;

import org.jspecify.annotations.NullMarked;
