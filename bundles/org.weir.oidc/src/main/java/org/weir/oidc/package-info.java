/** Single sign-on with OpenID Connect: authorization code with PKCE, rights from groups, logout by the provider. */
@NullMarked
package org.weir.oidc;

import org.jspecify.annotations.NullMarked;
